import Dates
import Foundation

@testable import Ingest

/// The readers of records: what they read does not depend on how the bytes arrive, and they come to an end.
extension FuzzTarget {
    static let text = records("text") { PlainTextReader($0, name: "x", options: options) }
    static let json = records("json") { JSONReader($0, name: "x", options: options) }
    static let csv = records("csv") { CSVReader($0, name: "x", separator: nil, options: options) }
    static let warc = records("warc") { WARCReader($0, name: "x", options: options) }
    static let feed = records("feed") { FeedReader($0, name: "x", options: options) }

    private static func records(
        _ name: String, _ reader: @escaping @Sendable (ByteReader) -> any RecordReader
    ) -> FuzzTarget {
        FuzzTarget(name: name) { bytes in
            let whole = readings(reader(ByteReader(MemorySource(bytes))), most: bytes.count + 2)
            let pieces = readings(reader(ByteReader(MemorySource(bytes, pieceSize: 7))), most: bytes.count + 2)
            require(whole == pieces, "readings depend on the pieces")
        }
    }

    /// Low limits, so that they are reached by small inputs.
    private static let options: ReadingOptions = {
        var options = ReadingOptions(articleModel: model, today: CalendarDate(days: 20_000))
        options.limits.recordBytes = 16 << 10
        options.limits.pageBytes = 8 << 10
        return options
    }()

    private static func readings(_ reader: any RecordReader, most: Int) -> [String] {
        var reader = reader
        var readings: [String] = []
        while let reading = reader.next() {
            readings.append("\(reading)")
            require(readings.count <= most, "more readings than bytes")
        }
        require(reader.next() == nil, "a reading after the end")
        return readings
    }
}

/// The weights of the checkout that is the current folder.
let model: ArticleModel = {
    do { return try ArticleModel(contentsOf: URL(fileURLWithPath: "data/article/weights.tsv")) } catch {
        FileHandle.standardError.write(Data("\(error): run it in the project's folder\n".utf8))
        exit(2)
    }
}()
