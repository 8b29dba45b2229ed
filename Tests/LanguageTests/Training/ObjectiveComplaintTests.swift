import Language
import Testing

@Suite("Complaints of methods that look at the whole loss")
struct ObjectiveComplaintTests {
  @Test(
    "A curvature that leads down is named by its parameter, at the optimizer that met it",
    arguments: [
      (
        "param a = 2; param b = 3; L = a^2 - b^2; minimize L, optimizer=‹newton›, every=2",
        "at b the curvature left is -2, and it must be above 0", "2"
      ),
      (
        """
        data d = [1 -> 0]
        param v[2] = [2, 3]
        f(x) = v[1]^2 - v[2]^2
        train f, d, loss=linear_loss, optimizer=‹newton(damping=1)›
        """, "at v[2] the curvature left is -1, and it must be above 0", "2"
      ),
    ])
  func downwardCurvature(_ program: String, _ place: String, _ damping: String) {
    expectComplaint(
      "linear_loss(p, t) = p + t\n" + program,
      """
      error: the matrix of second derivatives is not positive definite, so there is no lowest point to step to
      note: \(place)
      note: a damping above \(damping) is enough here
      """)
  }
}
