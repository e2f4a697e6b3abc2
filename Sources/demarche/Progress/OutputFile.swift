import Foundation

/// Where results of any size go: a file or standard output.
final class OutputFile {
    private let descriptor: Int32
    private let name: String
    private let isOwn: Bool

    /// - Parameter path: standard output for `nil` and `-`; a file that is there already is written anew.
    init(path: String?) throws(OutputError) {
        guard let path, path != "-" else {
            (descriptor, name, isOwn) = (STDOUT_FILENO, OutputError.standardOutput, false)
            return
        }
        (descriptor, name, isOwn) = (open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666), path, true)
        if descriptor < 0 { throw OutputError(name: path, code: errno, isOpen: false) }
    }

    deinit { if isOwn, descriptor >= 0 { close(descriptor) } }

    func write(_ bytes: [UInt8]) throws(OutputError) {
        if let error = writeAll(bytes, to: descriptor, name: name) { throw error }
    }
}

/// Why an output cannot be written.
struct OutputError: Error, CustomStringConvertible {
    static let standardOutput = "standard output"
    /// The file.
    var name = standardOutput
    let code: Int32
    /// Whether some of it may be there.
    var isOpen = true
    var description: String {
        "\(name) cannot be written: \(String(cString: strerror(code)))" + (isOpen ? "; what follows is lost" : "")
    }
}

/// Writes every byte, however many calls that takes.
/// - Returns: why not, where that fails.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, name: String = OutputError.standardOutput) -> OutputError? {
    bytes.withUnsafeBytes { buffer in
        var rest = buffer[...]
        while !rest.isEmpty {
            let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                return OutputError(name: name, code: errno)
            }
        }
        return nil
    }
}
