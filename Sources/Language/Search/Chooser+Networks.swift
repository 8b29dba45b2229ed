import Reporting

/// Networks with everything chosen.
extension Chooser {
  /// The network for this trial.
  func chosen(_ network: NetworkSyntax) throws(Diagnostic) -> NetworkSyntax {
    let width = try chosen(network.width, for: "inputs", isWhole: true)
    let layers = try chosen(network.layers)
    return NetworkSyntax(
      name: network.name, width: width, layers: layers,
      options: try chosen(network.options, of: "net", for: "net"))
  }

  private func chosen(_ layers: [LayerSyntax]) throws(Diagnostic) -> [LayerSyntax] {
    var chosen: [LayerSyntax] = []
    for layer in layers { chosen.append(try self.chosen(layer)) }
    return chosen
  }

  private func chosen(_ layer: LayerSyntax) throws(Diagnostic) -> LayerSyntax {
    let name = Expression(kind: .name(layer.name.text), range: layer.name.range)
    var layer = layer
    if interpreter.choice(name) != nil {
      // A whole layer is chosen: `-> choose(tanh, relu) ->`.
      let call = Expression(kind: .call(name, layer.arguments), range: layer.range)
      denseCount += 1
      let taken = try chosen(call, for: "layer")
      let (word, arguments) = try interpreter.wordAndArguments(taken, of: "->")
      if word != "dense" { denseCount -= 1 }
      layer.name = Name(text: word, range: taken.range)
      layer.arguments = arguments
    } else {
      if layer.name.text == "dense" { denseCount += 1 }
      layer.arguments = try chosen(
        layer.arguments, of: layer.name.text, for: layer.name.text)
      layer.inner = try chosen(layer.inner)
    }
    layer.words = words(layer.range)
    return layer
  }
}
