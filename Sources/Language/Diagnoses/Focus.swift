/// What the sentence about a mistake speaks of: an element of the claim that is wrong, and a point at
/// which it is.
///
/// The numbers in the sentence are those of that point.
struct Focus: Equatable {
  var element = 0
  var point = 0
  /// Whether other elements of the claim are right, so that the wrong one is to be named.
  var isPart = false
}
