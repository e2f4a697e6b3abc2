import Foundation

/// The built program, run as a user runs it, in a folder of its own that goes with it.
final class Program {
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The program that is built together with these tests.
    static let executable = root.appendingPathComponent(".build/debug/demarche")

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// - Parameters:
    ///   - output: where standard output goes; `nil` collects it.
    ///   - path: the PATH that the program sees; `nil` for that of the tests.
    func run(
        _ arguments: [String], input: String = "", output: FileHandle? = nil, path: String? = nil
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        if let path {
            process.environment = ProcessInfo.processInfo.environment.merging(["PATH": path]) { $1 }
        }
        let pipe = Pipe()
        let errors = folder.appendingPathComponent("errors-\(UUID().uuidString)")
        try Data().write(to: errors)
        process.standardOutput = output ?? pipe
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: file("input.txt", input)))
        try process.run()
        let data = output == nil ? pipe.fileHandleForReading.readDataToEndOfFile() : Data()
        process.waitUntilExit()
        return Outcome(
            code: process.terminationStatus, output: String(decoding: data, as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// What a terminal of 80 columns is sent when both outputs go to it.
    func runOnTerminal(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
        // As posix_openpt, unlockpt and ptsname do, which are not imported.
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (lock, number): (Int32, UInt32) = (0, 0)
        let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
        guard terminal >= 0, ioctl(terminal, unlock, &lock) == 0, ioctl(terminal, getNumber, &number) == 0 else {
            throw POSIXError(.ENODEV)
        }
        defer { close(terminal) }
        var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
        let end = FileHandle(fileDescriptor: open("/dev/pts/\(number)", O_RDWR | O_NOCTTY), closeOnDealloc: true)
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["TERM": "xterm", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = end
        process.standardError = end
        try process.run()
        try end.close()
        var sent: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        // The read fails once the program, the last one to hold the other end, is gone.
        while case let count = read(terminal, &piece, piece.count), count > 0 { sent += piece[..<count] }
        process.waitUntilExit()
        return String(decoding: sent, as: UTF8.self)
    }

    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return url.path
    }

    func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    static func records(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }
}
