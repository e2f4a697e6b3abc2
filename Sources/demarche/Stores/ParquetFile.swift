import Export
import Foundation

/// A Parquet file that the DuckDB command makes of the table of `--format csv`, which it is given through a pipe.
final class ParquetFile {
    private let process = Process()
    private let pipe = Pipe()
    private let errors = Pipe()
    private let path: String

    /// - Throws: `ParquetError` when there is no DuckDB command on the PATH.
    init(path: String) throws {
        self.path = path
        guard let command = ParquetFile.command else {
            throw ParquetError(
                path: path,
                problem: "Parquet needs the DuckDB command `duckdb` on the PATH (pip install duckdb-cli); "
                    + "--format csv writes the same table without it")
        }
        let quoted = "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        process.executableURL = command
        process.arguments = [
            ":memory:", "-bail", "-c",
            """
            COPY (SELECT * FROM read_csv('/dev/stdin', header = true, delim = ',', quote = '"', escape = '"',
                all_varchar = false, auto_detect = false, columns = {\(ParquetFile.types)}))
            TO \(quoted) (FORMAT parquet, COMPRESSION zstd)
            """,
        ]
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        // Writing to a command that has ended must be an error here, not the end of the program.
        signal(SIGPIPE, SIG_IGN)
        try process.run()
    }

    func write(_ bytes: [UInt8]) throws {
        do { try pipe.fileHandleForWriting.write(contentsOf: bytes) } catch { try fail() }
    }

    func close() throws {
        try? pipe.fileHandleForWriting.close()
        let message = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw error(message) }
    }

    private func fail() throws -> Never {
        try? pipe.fileHandleForWriting.close()
        let message = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        throw error(message)
    }

    private func error(_ message: Data) -> ParquetError {
        let text = String(decoding: message, as: UTF8.self).split(separator: "\n").prefix(2).joined(separator: " ")
        return ParquetError(path: path, problem: text.isEmpty ? "the DuckDB command failed" : "duckdb: \(text)")
    }

    /// `'date': 'DATE', …`: columns that are no text.
    private static var types: String {
        EventExport.tableColumns.map { column in "'\(column.name)': '\(column.type)'" }.joined(separator: ", ")
    }

    private static var command: URL? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { URL(fileURLWithPath: String($0)).appendingPathComponent("duckdb") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}

/// Why a Parquet file was not made.
struct ParquetError: Error, CustomStringConvertible {
    let path: String
    let problem: String
    var description: String { "\(path): \(problem)" }
}
