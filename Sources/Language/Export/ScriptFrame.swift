/// What every script begins and ends with.
enum ScriptFrame {
  static func opening(_ program: String, readsFiles: Bool) -> String {
    """
    \"\"\"The trainings of a Gradus program in PyTorch: \(PythonText.comment(program).filter { $0 != "\\" && $0 != "\"" })

    Run it, and every loss is compared with the one that Gradus computed, and so are the gradients of
    the first step. It ends with 1 if they differ by more than rounding explains. To go on from here,
    leave out whatever mentions `check`.
    \"\"\"

    \(readsFiles ? "import csv\n" : "")import math
    import sys

    import torch
    from torch import nn
    from torch.nn import functional as F

    torch.set_default_dtype(torch.float64)

    failures = []


    class Check:
        \"\"\"Compares a training with the same training in Gradus.\"\"\"

        def __init__(self, name, unit, columns, expected, gradients):
            self.name, self.unit, self.columns, self.gradients = name, unit, columns, gradients
            self.expected = {place: numbers for place, *numbers in expected}
            self.scales = [max(map(abs, column)) for column in zip(*self.expected.values())]
            self.count = 0

        def __contains__(self, place):
            return place in self.expected

        def first_step(self, parameters):
            \"\"\"The gradients of the first step.\"\"\"
            scale = max(expected.abs().max().item() for expected in self.gradients.values())
            for name, expected in self.gradients.items():
                worst = (parameters[name].grad - expected).abs().max().item()
                if not worst <= 1e-12 * scale:
                    failures.append(f"{self.name}: the gradient at {name} differs by {worst:.3g}")

        def report(self, place, *numbers):
            \"\"\"The numbers of an epoch or step; the first few hardly differ at all.\"\"\"
            self.count += 1
            tolerance = 1e-12 if self.count <= 3 else 1e-9
            rows = zip(self.columns, numbers, self.expected[place], self.scales)
            for column, number, expected, scale in rows:
                if not abs(number - expected) <= tolerance * abs(expected) + 1e-14 * scale:
                    failures.append(
                        f"{self.name}: in {self.unit} {place} the {column} is {number!r}, "
                        f"in Gradus {expected!r}")
            print(f"{self.name}: {self.unit} {place}: loss {numbers[0]!r}")

        def end(self):
            \"\"\"Whether it ended where Gradus did.\"\"\"
            if self.count != len(self.expected):
                failures.append(
                    f"{self.name}: {self.count} reports, in Gradus {len(self.expected)}")


    def row(*numbers):
        \"\"\"Numbers, or columns of them, side by side.\"\"\"
        return torch.stack(torch.broadcast_tensors(*map(torch.as_tensor, numbers)), dim=-1)


    def pick(numbers, place):
        \"\"\"The number at a place of each row, counted from 1.\"\"\"
        index = (place.long() - 1).unsqueeze(-1)
        return torch.take_along_dim(numbers.expand(*place.shape, -1), index, -1).squeeze(-1)


    def gradient_norm(parameters):
        \"\"\"The Euclidean norm of all gradients together; where the loss is flat, they are 0.\"\"\"
        for p in parameters.values():
            if p.grad is None:
                p.grad = torch.zeros_like(p)
        return torch.cat([p.grad.flatten() for p in parameters.values()]).norm().item()



    """
  }

  /// The random numbers that masks of dropout are made of, as Gradus draws them.
  static let masks = """
    def mask(key, step, rows, layer, width, p):
        \"\"\"1 for each unit that is kept, 0 for each that dropout drops.

        Philox4x32-10 (Salmon and others, 2011) counted by step, layer, row and unit, as in Gradus.
        \"\"\"

        def is_kept(row, unit):
            c = [unit, row, (step << 16 | layer) & 0xFFFFFFFF, step >> 16]
            k0, k1 = key & 0xFFFFFFFF, key >> 32
            for _ in range(10):
                first, second = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
                c = [second >> 32 ^ c[1] ^ k0, second & 0xFFFFFFFF,
                     first >> 32 ^ c[3] ^ k1, first & 0xFFFFFFFF]
                k0, k1 = k0 + 0x9E3779B9 & 0xFFFFFFFF, k1 + 0xBB67AE85 & 0xFFFFFFFF
            return (c[1] << 32 | c[0]) >> 11 >= p * 2 ** 53

        return torch.tensor([[float(is_kept(row, unit)) for unit in range(width)] for row in rows])



    """

  /// The method of a module that drops units.
  static let dropout = [
    "", "    def dropout(self, x, layer, p):",
    "        \"\"\"Drops as Gradus did where `draw` is set, else as PyTorch does.\"\"\"",
    "        if self.training and self.draw and p < 1:",
    "            return x * mask(*self.draw, layer, x.shape[1], p) / (1 - p)",
    "        return F.dropout(x, p, self.training)",
  ]

  static let ending = """
    if failures:
        print(*failures, sep="\\n", file=sys.stderr)
        print(f"{len(failures)} numbers differ from Gradus's", file=sys.stderr)
        sys.exit(1)
    print("All losses and gradients are those of Gradus, to rounding.")

    """
}
