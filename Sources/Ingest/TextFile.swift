import Foundation

/// An input that could not be read: which, why, and what to do.
package struct InputError: Error, Equatable, CustomStringConvertible {
    package let file: String
    package let problem: String

    package init(file: String, problem: String) {
        self.file = file
        self.problem = problem
    }

    package var description: String { "\(file): \(problem)" }
}

/// A text as read from a file or standard input.
package struct TextFile: Sendable, Equatable {
    package let text: String
    /// What was mended on the way, each with its place; empty for valid text.
    package let warnings: [String]

    /// - Parameter path: a file, or `-` for standard input; gzip and zstd are taken off.
    /// - Throws: `InputError` for a missing file, a folder, an empty or a binary file, or one beyond all bounds.
    package static func read(_ path: String, limits: ReadingLimits = ReadingLimits()) throws(InputError) -> TextFile {
        try decode(bytes(of: path, limits: limits), file: path)
    }

    /// A file's bytes, gzip and zstd taken off.
    package static func bytes(
        of path: String, limits: ReadingLimits = ReadingLimits()
    ) throws(InputError) -> [UInt8] {
        let input = try OpenedInput(path: path, limits: limits)
        guard let bytes = try input.reader.rest(limit: limits.recordBytes) else {
            throw InputError(file: path, problem: "is longer than \(limits.recordBytes) bytes; split it")
        }
        return bytes
    }

    /// UTF-8 or UTF-16 with a byte-order mark, UTF-8 without, or windows-1252, which is said in a warning.
    package static func decode(_ bytes: [UInt8], file: String) throws(InputError) -> TextFile {
        guard !bytes.isEmpty else { throw InputError(file: file, problem: "is empty") }
        if TextEncoding.byteOrderMark(bytes) == nil, let zero = bytes.prefix(65_536).firstIndex(of: 0) {
            throw InputError(file: file, problem: "is binary (a zero byte at offset \(zero)), not text")
        }
        let decoded = TextEncoding.decodeText(bytes, file: file)
        guard !decoded.text.isEmpty else { throw InputError(file: file, problem: "is empty") }
        return TextFile(text: decoded.text, warnings: decoded.warnings)
    }
}
