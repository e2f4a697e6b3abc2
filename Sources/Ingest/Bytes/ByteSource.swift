import Foundation

/// A stream of bytes, read in pieces, so that no input has to fit in memory.
protocol ByteSource: AnyObject {
    /// The next piece; `nil` at the end. A piece is never empty.
    func read() throws(InputError) -> [UInt8]?
}

/// The bytes of a file, a pipe or standard input.
final class FileSource: ByteSource {
    static let pieceSize = 256 * 1024

    private let descriptor: Int32
    private let name: String
    private let mustClose: Bool
    /// Bytes read so far, as stored (before any decompression).
    private(set) var bytesRead = 0

    /// - Parameter path: a file, or `-` for standard input.
    init(path: String) throws(InputError) {
        name = path
        mustClose = path != "-"
        guard mustClose else {
            descriptor = STDIN_FILENO
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputError(file: path, problem: FileSource.reason(errno)) }
    }

    deinit {
        if mustClose { close(descriptor) }
    }

    func read() throws(InputError) -> [UInt8]? {
        var failure: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: FileSource.pieceSize) { buffer, count in
            var got = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            while got < 0, errno == EINTR { got = Foundation.read(descriptor, buffer.baseAddress, buffer.count) }
            if got < 0 { failure = errno }
            count = max(0, got)
        }
        guard failure == 0 else { throw InputError(file: name, problem: FileSource.reason(failure)) }
        bytesRead += piece.count
        return piece.isEmpty ? nil : piece
    }

    /// Why something cannot be read, from the C library's error code.
    /// - Parameter what: what it is when that is not clear, as in "the folder".
    static func reason(_ code: Int32, of what: String = "") -> String {
        let subject = what.isEmpty ? "" : what + " "
        return switch code {
        case ENOENT, ENOTDIR: "no such file"
        case EISDIR: "is a folder"
        case EACCES, EPERM: "\(subject)may not be read: ask its owner for the right, or leave it out"
        case ELOOP: "is a link that leads back to itself"
        default: "\(subject)cannot be read: \(String(cString: strerror(code)))"
        }
    }
}

/// Bytes already in memory, handed out in pieces.
final class MemorySource: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let pieceSize: Int

    init(_ bytes: [UInt8], pieceSize: Int = FileSource.pieceSize) {
        rest = bytes[...]
        self.pieceSize = pieceSize
    }

    func read() throws(InputError) -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(pieceSize) }
        return Array(rest.prefix(pieceSize))
    }
}
