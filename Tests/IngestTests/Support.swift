import CZlib
import CZstd
import Dates
import Foundation

@testable import Ingest

/// A folder of its own for one test, removed when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/ingest-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

/// The model of the checkout.
let articleModel: Result<ArticleModel, InputError> = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let file = root.appendingPathComponent("data/article/weights.tsv")
    return Result { () throws(InputError) in try ArticleModel(contentsOf: file) }
}()

func readingOptions() throws -> ReadingOptions {
    var options = ReadingOptions(articleModel: try articleModel.get(), today: CalendarDate(days: 20_000))
    options.languages = nil
    return options
}

/// What a run of the reader gave.
struct Outcome {
    var reports: [Report] = []
    var errors: [InputError] = []
    var warnings: [String] = []
    var skipped: [SkipReason: Int] = [:]
}

func readAll(_ paths: [String], _ options: ReadingOptions? = nil) throws -> Outcome {
    var outcome = Outcome()
    var warnings: [String] = []
    var reader = ReportReader(paths: paths, options: try options ?? readingOptions()) { warnings.append($0) }
    while let result = reader.next() {
        switch result {
        case .success(let report): outcome.reports.append(report)
        case .failure(let error): outcome.errors.append(error)
        }
    }
    outcome.warnings = warnings
    outcome.skipped = reader.skipped
    return outcome
}

func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
        &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    var input = bytes
    let output = input.withUnsafeMutableBufferPointer { source in
        [UInt8](unsafeUninitializedCapacity: bytes.count + 1024) { buffer, count in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            stream.next_out = buffer.baseAddress
            stream.avail_out = UInt32(buffer.count)
            deflate(&stream, Z_FINISH)
            count = buffer.count - Int(stream.avail_out)
        }
    }
    deflateEnd(&stream)
    return output
}

func zstd(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
        count = ZSTD_compress(buffer.baseAddress, buffer.count, bytes, bytes.count, 3)
    }
}
