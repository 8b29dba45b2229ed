// swift-tools-version: 6.2
// Gradus: an educational step-through backprop interpreter.
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "gradus",
  products: [
    .executable(name: "gradus", targets: ["GradusCLI"]),
    .library(
      name: "Gradus",
      targets: ["Reporting", "Autodiff", "Training", "Language", "Pictures", "Teaching"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "Reporting", swiftSettings: strict),
    .target(name: "CSweep"),
    .target(name: "Autodiff", dependencies: ["Reporting", "CSweep"], swiftSettings: strict),
    .target(name: "Training", dependencies: ["Reporting", "Autodiff"], swiftSettings: strict),
    .target(name: "Pictures", dependencies: ["Reporting", "Autodiff"], swiftSettings: strict),
    .target(
      name: "Language", dependencies: ["Reporting", "Autodiff", "Training", "Pictures"],
      swiftSettings: strict),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(
      name: "Teaching",
      dependencies: ["Reporting", "Autodiff", "Training", "Language", "Pictures", "CMarkdown"],
      swiftSettings: strict),
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    .executableTarget(
      name: "GradusCLI",
      dependencies: [
        "Reporting", "Autodiff", "Training", "Language", "Pictures", "Teaching", "CReadline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting"], swiftSettings: strict),
    .testTarget(
      name: "AutodiffTests", dependencies: ["Autodiff", "Reporting"],
      resources: [.copy("Conformance/01_scalar_ops.json")], swiftSettings: strict),
    .testTarget(
      name: "TrainingTests", dependencies: ["Training", "Autodiff", "Reporting"],
      resources: [.copy("Conformance")], swiftSettings: strict),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "Training", "Autodiff", "Reporting"],
      resources: [.copy("Conformance")], swiftSettings: strict),
    .testTarget(
      name: "PicturesTests", dependencies: ["Pictures", "Autodiff", "Reporting"],
      swiftSettings: strict),
    .testTarget(
      name: "TeachingTests", dependencies: ["Teaching", "Language", "Reporting"],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["GradusCLI"], swiftSettings: strict),
  ]
)
