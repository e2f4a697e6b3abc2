import Foundation

/// What libFuzzer calls with each input it makes. DEMARCHE_FUZZ_TARGET names the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    target.run(Array(UnsafeBufferPointer(start: start, count: size)))
    return 0
}

private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["DEMARCHE_FUZZ_TARGET"] ?? ""
    if let target = FuzzTarget.all.first(where: { $0.name == name }) { return target }
    let names = FuzzTarget.all.map(\.name).joined(separator: " ")
    FileHandle.standardError.write(Data("DEMARCHE_FUZZ_TARGET is '\(name)'; targets: \(names)\n".utf8))
    exit(2)
}()

/// One reader and what must hold of it whatever it reads. A crash, a hang or a broken promise is a finding.
struct FuzzTarget: Sendable {
    let name: String
    let run: @Sendable ([UInt8]) -> Void

    static let all: [FuzzTarget] = [
        .text, .html, .json, .csv, .warc, .feed, .gzip, .zstd, .dates, .lexicon, .tokenizer,
    ]
}

/// Ends the run with the input as a finding.
func require(_ condition: Bool, _ promise: String) { precondition(condition, promise) }
