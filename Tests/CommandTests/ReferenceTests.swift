import Testing

@Suite("gradus reference")
struct ReferenceTests {
  @Test("A page has the rule, its derivative, and an example with what it prints")
  func page() throws {
    let run = try Gradus.run("reference", "leaky_relu")
    #expect(
      run.output == """
        leaky_relu(x, negative_slope=0.01)  function
          x where positive, a small multiple of x elsewhere
          negative_slope=0.01  the slope left of zero
          y = x if x > 0, else 0.01·x
          dy/dx = 1 if x > 0, else 0.01
          no derivative at x = 0
        example
          input x = 0.7
          y = leaky_relu(x)
          backward y
        which shows
          backward y  from the result back to the leaves
          1  y = leaky_relu(x)
               dy/dy = 1  where the pass begins
               dy/dx = dy/dy
                     = 1
          gradients of y = 0.7
            dy/dx  = 1  input

        """)
  }

  @Test(
    "Knows symbols, verbs, words of statements, and other names",
    arguments: [
      ("^", "dy/da = b·a^(b − 1)"), ("ln", "defined for x > 0"), ("backward", "gradients of y"),
      ("param", "a number that is learned"), ("~", "a ~ b  symbol"),
      ("max", "no derivative at a = b"),
      ("floor", "no derivative at x = -2, -1, 0, 1, and so on"), ("pi", "3.14159"),
    ])
  func names(_ name: String, _ words: String) throws {
    let run = try Gradus.run("reference", name)
    #expect(run.status == 0)
    #expect(run.output.contains(words))
  }

  @Test(
    "Knows the settings of statements and layers, and where they stand",
    arguments: [
      ("l1", "a setting of train, minimize and search: adds l1 times the sum of all |w|"),
      ("batch", "a setting of train and search: how many rows"),
      ("steps", "  minimize  how many steps are made"), ("via", "a setting of dense: "),
      ("init", "a setting of net: how the weights begin"), ("grid", "every combination"),
      ("best", "the last search found"), ("csv", "csv(file, target=)"),
    ])
  func settings(_ name: String, _ words: String) throws {
    let run = try Gradus.run("reference", name)
    #expect(run.status == 0)
    #expect(run.output.contains(words), "\(run.output)")
  }

  @Test("A name nobody knows ends with 64 and the closest one")
  func unknown() throws {
    let run = try Gradus.run("reference", "tanhh")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: the language has no 'tanhh'; did you mean 'tanh'?\n"))
  }

  @Test("The overview lists every word, and the commands")
  func overview() throws {
    let run = try Gradus.run("reference", "--ascii")
    for words in ["backward L", "softmax(x)", "a @ b", "for k in 1..3", "gradus export"] {
      #expect(run.output.contains(words))
    }
    #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("Every entry is a line of JSON, and every example runs")
  func examples() throws {
    let run = try Gradus.run("reference", "--json")
    #expect(run.objects.count > 40)
    // Numbers and settings need none, and files are not there.
    let quiet = ["constant", "setting", "diagnosis", "csv", "matrix"]
    var programs = ""
    for object in run.objects {
      let entry = try #require(object)
      let kind = try #require(entry["kind"] as? String)
      guard let example = entry["example"] as? String else {
        let name = entry["name"] as? String ?? ""
        #expect(quiet.contains(kind) || quiet.contains(name), "\(name) has no example")
        continue
      }
      // Run one after another in one program; each gives its names new meanings.
      programs += example + "\n"
    }
    // What fails on purpose is left out.
    for line in [
      "expect x == 0.3", "claim dL/dw = 2*(y - 1)*x", "claim dL/dw = dL/dz*w",
      "claim next(w) = w + 0.1*dL/dw",
    ] {
      programs.replace(line + "\n", with: "\n")
    }
    let all = try Gradus.run("run", "-", input: programs)
    #expect(all.status == 0, "\(all.errors)")
  }

  @Test("Markdown has a section for every entry")
  func markdown() throws {
    let run = try Gradus.run("reference", "--markdown")
    #expect(run.lines.contains("### `tanh`"))
    #expect(run.lines.contains("- `dy/dx = 1 - y^2`"))
    #expect(run.lines.count { $0.hasPrefix("```") } % 2 == 0)
  }
}
