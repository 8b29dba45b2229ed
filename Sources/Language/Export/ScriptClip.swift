import Autodiff
import Reporting
import Training

/// Clipping of gradients and weights in a script.
struct ScriptClip {
  /// What stands before the training.
  var lines: [String] = []
  /// What stands in each step.
  var perStep: [String] = []

  init(_ clipping: Updating.Clipping?, steps: Int, at range: SourceRange) throws(Diagnostic) {
    guard let clipping else { return }
    var schedules: [ScriptSchedule] = []
    for (setting, value) in zip(clipping.settings.settings, clipping.settings.values) {
      let schedule = try ScriptSchedule(
        "\(clipping.clip.function)_\(setting.name)", value, steps: steps, at: range)
      guard schedule.plateau == nil else {
        throw ScriptProblem.plateau(clipping.clip.name).diagnostic(at: range)
      }
      schedules.append(schedule)
      if !schedule.lines.isEmpty { lines += schedule.lines + [""] }
    }
    let bound = schedules[0].call
    let order = schedules.count > 1 ? schedules[1].call : ""
    switch clipping.clip.function {
    case "clip_value":
      perStep = ["torch.nn.utils.clip_grad_value_(parameters.values(), \(bound))"]
    case "clip_norm" where schedules[2].number == 1e-6:
      perStep = [
        "torch.nn.utils.clip_grad_norm_(parameters.values(), \(bound), norm_type=\(order))"
      ]
    case "clip_norm":
      perStep = [
        "gradient = torch.cat([p.grad.flatten() for p in parameters.values()])",
        "size = torch.linalg.vector_norm(gradient, ord=\(order)) + \(schedules[2].call)",
        "if size > \(bound):", "    for p in parameters.values():",
        "        p.grad *= \(bound) / size",
      ]
    case "clip_tensor_norm":
      perStep = [
        "for p in parameters.values():",
        "    size = torch.linalg.vector_norm(p.grad, ord=\(order))", "    if size > \(bound):",
        "        p.grad *= \(bound) / size",
      ]
    case "clip_weights_range":
      let low = schedules[1].number?.isNaN == true ? "-\(bound)" : schedules[1].call
      let high = schedules[2].number?.isNaN == true ? bound : schedules[2].call
      perStep = [
        "with torch.no_grad():", "    for weight in weights:",
        "        weight.clamp_(\(low), \(high))",
      ]
    default:
      perStep = [
        "with torch.no_grad():", "    for weight in weights:",
        "        size = torch.linalg.vector_norm(weight, ord=\(order))",
        "        if size > \(bound):", "            weight *= \(bound) / size",
      ]
    }
  }
}
