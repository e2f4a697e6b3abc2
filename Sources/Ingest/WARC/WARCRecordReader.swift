/// Reads the records of a web archive (WARC 1.0 and 1.1), already decompressed.
///
/// Lengths that lie are found by what follows the record: reading goes on at the next record that can be seen.
struct WARCRecordReader {
    struct Record: Equatable {
        /// Header fields; names in lower case.
        var fields: [String: String]
        var block: [UInt8]
    }
    enum Result: Equatable {
        case record(Record)
        /// A record of a kind that holds no page (a request, metadata): not kept.
        case passedOver
        /// Cannot be read: why.
        case broken(String)
    }

    private static let longestHeaderLine = 64 * 1024
    private static let mostHeaderLines = 256
    private static let endOfRecord: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    /// Record types that can hold a page.
    private static let pageTypes: Set<String> = ["response", "resource", "conversion", "revisit"]

    private let reader: ByteReader
    private let limit: Int

    init(_ reader: ByteReader, limit: Int) {
        self.reader = reader
        self.limit = limit
    }

    mutating func next() throws(InputError) -> Result? {
        var isLost = false
        while let line = try reader.line(limit: WARCRecordReader.longestHeaderLine) {
            guard case .bytes(let bytes) = line else {
                isLost = true
                continue
            }
            if bytes.starts(with: Array("WARC/".utf8)) {
                let result = try readRecord()
                return isLost && result == .passedOver ? .broken(WARCRecordReader.lost) : result
            }
            if !bytes.isEmpty { isLost = true }
        }
        return isLost ? .broken("bytes that belong to no record") : nil
    }

    private static let lost = "the length before it was wrong"

    private mutating func readRecord() throws(InputError) -> Result {
        guard let fields = try readFields() else { return .broken("its header is broken") }
        guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
            return .broken("its Content-Length is no number")
        }
        guard WARCRecordReader.pageTypes.contains(fields["warc-type", default: ""].lowercased()), length <= limit else {
            let isTooLong = length > limit
            let skipped = try reader.skip(length)
            if isTooLong { return .broken("is longer than \(limit) bytes") }
            return skipped == length ? .passedOver : .broken("the archive ends inside it")
        }
        return try readBlock(length: length, fields: fields)
    }

    private mutating func readBlock(length: Int, fields: [String: String]) throws(InputError) -> Result {
        let seen = try reader.peek(length + 4)
        let after = seen.dropFirst(length)
        if seen.count < length || !(after.isEmpty || after.starts(with: WARCRecordReader.endOfRecord)) {
            if let next = WARCRecordReader.nextRecord(in: seen) {
                _ = try reader.skip(next)
                return .broken("its Content-Length, \(length), is wrong")
            }
            let isCutOff = seen.count < length
            _ = try reader.skip(min(length, seen.count))
            return .broken(isCutOff ? "the archive ends inside it" : "its Content-Length, \(length), is wrong")
        }
        let block = try reader.take(length)
        _ = try reader.skip(min(4, after.count))
        return .record(Record(fields: fields, block: block))
    }

    /// How far it is to the next line that begins a record.
    private static func nextRecord(in bytes: ArraySlice<UInt8>) -> Int? {
        let mark = Array("WARC/1.".utf8)
        var position = bytes.startIndex
        while let lineFeed = bytes[position...].firstIndex(of: 0x0A) {
            position = lineFeed + 1
            if bytes[position...].starts(with: mark) { return position - bytes.startIndex }
        }
        return nil
    }

    private mutating func readFields() throws(InputError) -> [String: String]? {
        var fields: [String: String] = [:]
        for _ in 0..<WARCRecordReader.mostHeaderLines {
            guard case .bytes(let line) = try reader.line(limit: WARCRecordReader.longestHeaderLine) else { return nil }
            if line.isEmpty { return fields }
            guard let (name, value) = headerField(line) else { return nil }
            fields[name] = value
        }
        return nil
    }
}

/// `Name: value`, the name in lower case.
func headerField(_ line: some Collection<UInt8>) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: 0x3A) else { return nil }
    return (
        String(decoding: line[..<colon].map(\.lowered), as: UTF8.self).trimmed(),
        String(decoding: line[line.index(after: colon)...], as: UTF8.self).trimmed()
    )
}
