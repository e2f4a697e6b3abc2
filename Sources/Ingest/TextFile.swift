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
    /// What was mended on the way, each with its place; empty for good UTF-8.
    package let warnings: [String]

    /// - Parameter path: a file, or `-` for standard input.
    /// - Throws: `InputError` for a missing file, a folder, an empty or a binary file.
    package static func read(_ path: String) throws(InputError) -> TextFile {
        let data: Data
        if path == "-" {
            data = FileHandle.standardInput.readDataToEndOfFile()
        } else {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw InputError(file: path, problem: "no such file")
            }
            guard !isFolder.boolValue else { throw InputError(file: path, problem: "is a folder, not a text file") }
            do { data = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
                throw InputError(file: path, problem: "cannot be read: \(error.localizedDescription)")
            }
        }
        return try decode(Array(data), file: path)
    }

    /// UTF-8 with or without a byte-order mark; invalid bytes become U+FFFD with a warning that says where the first is.
    package static func decode(_ bytes: [UInt8], file: String) throws(InputError) -> TextFile {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard !bytes.isEmpty else { throw InputError(file: file, problem: "is empty") }
        if let zero = bytes.prefix(65_536).firstIndex(of: 0) {
            throw InputError(file: file, problem: "is binary (a zero byte at offset \(zero)), not text")
        }
        if let text = String(validating: bytes, as: UTF8.self) { return TextFile(text: text, warnings: []) }
        let text = String(decoding: bytes, as: UTF8.self)
        let before = text.utf8.prefix(while: { $0 != 0xEF }).count
        return TextFile(
            text: text,
            warnings: ["\(file): is not valid UTF-8; bytes from offset \(before) or later were replaced by U+FFFD"])
    }
}
