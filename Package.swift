// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

/// A library module of ours: Swift 6 mode, warnings are errors.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

/// The language engine is optimised in debug builds too, or tests that parse would take minutes.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Compiled into the modules that use it, where a label compared or a key looked up would be a call through a table each
/// time: what is declared `package` is otherwise never taken over from another module. For one module only, as two such
/// would both define what they specialise.
let inlined: [SwiftSetting] = [.unsafeFlags(["-enable-cmo-everything"], .when(configuration: .release))]

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies + [.target(name: name), "TestSupport"], swiftSettings: strict)
}

let package = Package(
    name: "demarche",
    products: [.executable(name: "demarche", targets: ["demarche"])],
    targets: [
        // Debian's C libraries.
        .systemLibrary(name: "COpenBLAS"),
        .systemLibrary(name: "CPCRE2"),
        .systemLibrary(name: "CMsgpack"),
        .systemLibrary(name: "CZlib"),
        .systemLibrary(name: "CZstd"),
        .systemLibrary(name: "CSQLite"),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),

        module("Tokens", settings: optimised + inlined),
        module("Dates"),
        module("Neural", ["COpenBLAS"], settings: optimised),
        module("Language", ["Tokens", "Neural", "CPCRE2", "CMsgpack"], settings: optimised),
        module("Ingest", ["Dates", "CLibXML2", "CZlib", "CZstd", "CCLD2"]),
        module("Lexicon", ["Tokens"]),
        module("Grounding", ["Tokens", "Dates", "Lexicon"]),
        module("EventCoding", ["Tokens", "Dates", "Lexicon", "Grounding"]),
        module("Analysis", ["Tokens", "Dates", "Language", "Ingest", "Lexicon", "Grounding", "EventCoding"]),
        module("Store", ["Tokens", "Dates", "Ingest", "Grounding", "EventCoding", "CSQLite"]),
        module("Export", ["Tokens", "Dates", "Lexicon", "Grounding", "EventCoding", "Store"]),
        module("Evaluation", ["Analysis"]),
        .executableTarget(
            name: "demarche", dependencies: ["Analysis", "Store", "Export", "Evaluation"], swiftSettings: strict),

        // The command line of the two programs that train weights.
        module("Training", ["Lexicon"]),
        // Trains the weights below data/relations; no part of the program.
        .executableTarget(
            name: "train-relations", dependencies: ["Analysis", "EventCoding", "Evaluation", "Language", "Training"],
            swiftSettings: strict + optimised),
        // Trains the weights below data/attribution; no part of the program.
        .executableTarget(
            name: "train-attribution", dependencies: ["Analysis", "EventCoding", "Evaluation", "Language", "Training"],
            swiftSettings: strict + optimised),
        // Makes a large store and measures how fast it answers; no part of the program.
        .executableTarget(
            name: "bench-store",
            dependencies: ["Store", "Tokens", "Dates", "Lexicon", "Ingest", "Grounding", "EventCoding"],
            swiftSettings: strict + optimised),
        .target(name: "TestSupport", dependencies: ["Tokens"], path: "Tests/TestSupport", swiftSettings: strict),
        tests("Tokens", []),
        tests("Dates", []),
        tests("Neural", []),
        tests("Language", ["Tokens"]),
        tests("Ingest", []),
        tests("Lexicon", []),
        tests("Grounding", ["Tokens", "Dates", "Lexicon"]),
        tests("EventCoding", ["Tokens", "Dates", "Lexicon", "Grounding"]),
        tests("Analysis", []),
        tests("Store", ["Tokens", "Dates", "Ingest", "Grounding", "EventCoding", "CSQLite"]),
        tests("Export", ["Dates", "Grounding", "EventCoding", "Lexicon", "Store"]),
        tests("Evaluation", ["EventCoding", "Lexicon"]),
        tests("demarche", ["Export", "Store"]),
        tests("Training", []),
        tests("train-attribution", ["EventCoding"]),
        tests("train-relations", ["EventCoding", "Lexicon"]),
    ]
)

// What libFuzzer runs on the readers: 'make fuzz' builds it, with sanitizers that nothing else is built with.
if Context.environment["DEMARCHE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz-readers", dependencies: ["Dates", "Ingest", "Lexicon", "Language"], path: "Fuzz/Sources",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
