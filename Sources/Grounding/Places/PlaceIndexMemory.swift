import Foundation

/// The bytes of an index of places, mapped from a file or built in memory. The only code of Grounding that reads raw
/// memory: every read is checked against the bounds of its section, and a read outside them yields 0.
struct PlaceIndexMemory: Sendable {
    private let data: Data
    private let sections: [Range<Int>]

    /// - Throws: `PlaceIndexError` for a file that is missing, truncated, of another version or damaged.
    init(mapping file: URL) throws(PlaceIndexError) {
        let data: Data
        do { data = try Data(contentsOf: file, options: .alwaysMapped) } catch {
            throw PlaceIndexError(file: file.path, problem: "cannot be read: \(error.localizedDescription)")
        }
        try self.init(data, name: file.path)
    }

    init(_ data: Data, name: String) throws(PlaceIndexError) {
        func failure(_ problem: String) -> PlaceIndexError {
            PlaceIndexError(file: name, problem: "\(problem); 'demarche build-places' writes it anew")
        }
        let header = PlaceIndexFormat.headerLength
        guard data.count >= header else { throw failure("is truncated: \(data.count) bytes, less than its header") }
        guard data.prefix(8).elementsEqual(PlaceIndexFormat.magic) else { throw failure("is no index of places") }
        let (version, count, length, checksum) = data.withUnsafeBytes { bytes in
            (
                bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self),
                bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self),
                bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
            )
        }
        guard version == PlaceIndexFormat.version, Int(count) == PlaceIndexFormat.Section.allCases.count else {
            throw failure("has version \(version) where this program reads \(PlaceIndexFormat.version)")
        }
        guard length == data.count else {
            throw failure("is truncated or has grown: \(data.count) bytes where its header says \(length)")
        }
        var sections: [Range<Int>] = []
        for section in PlaceIndexFormat.Section.allCases {
            let (offset, size) = data.withUnsafeBytes { bytes in
                (
                    bytes.loadUnaligned(fromByteOffset: 32 + 16 * section.rawValue, as: UInt64.self),
                    bytes.loadUnaligned(fromByteOffset: 40 + 16 * section.rawValue, as: UInt64.self)
                )
            }
            guard offset >= header, offset <= length, size <= length - offset else {
                throw failure("is damaged: section '\(section)' lies outside the file")
            }
            sections.append(Int(offset)..<Int(offset + size))
        }
        let sum = data.withUnsafeBytes { PlaceIndexFormat.checksum(UnsafeRawBufferPointer(rebasing: $0[header...])) }
        guard sum == checksum else { throw failure("is damaged: its checksum does not fit its content") }
        self.data = data
        self.sections = sections
    }

    func length(_ section: PlaceIndexFormat.Section) -> Int { sections[section.rawValue].count }

    /// The bytes of one section while they are borrowed.
    struct SectionBytes {
        fileprivate let bytes: UnsafeRawBufferPointer

        func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as: Number.Type) -> Number {
            guard offset >= 0, offset + MemoryLayout<Number>.size <= bytes.count else { return 0 }
            return bytes.loadUnaligned(fromByteOffset: offset, as: Number.self)
        }
    }

    /// Borrows a section for several reads: each borrowing costs more than the reads do.
    func read<Result>(_ section: PlaceIndexFormat.Section, _ body: (SectionBytes) -> Result) -> Result {
        let range = sections[section.rawValue]
        return data.withUnsafeBytes { body(SectionBytes(bytes: UnsafeRawBufferPointer(rebasing: $0[range]))) }
    }

    func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ section: PlaceIndexFormat.Section, at offset: Int, as type: Number.Type
    ) -> Number {
        read(section) { $0.number(at: offset, as: type) }
    }

    func string(_ section: PlaceIndexFormat.Section, at offset: Int, length: Int) -> String {
        let range = sections[section.rawValue]
        guard offset >= 0, length >= 0, offset + length <= range.count else { return "" }
        let start = range.lowerBound + offset
        return data.withUnsafeBytes { String(decoding: $0[start..<start + length], as: UTF8.self) }
    }
}
