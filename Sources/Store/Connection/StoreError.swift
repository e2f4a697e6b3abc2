import CSQLite

/// Why the store cannot be read or written: which file, what is wrong, and what to do.
package struct StoreError: Error, Equatable, CustomStringConvertible {
    package enum Kind: Sendable, Equatable {
        case cannotOpen, notADatabase, otherDatabase, newerSchema, locked, damaged, full, readOnly, cannotWrite
        /// What was asked for is not there or cannot be asked for: a run, a search expression.
        case request
        /// A statement of the program that SQLite refuses: an error of the program.
        case statement
    }
    package let file: String
    package let kind: Kind
    /// What happened, in SQLite's words where it has any.
    package let problem: String

    package init(file: String, kind: Kind, problem: String) {
        self.file = file
        self.kind = kind
        self.problem = problem
    }

    /// SQLITE_IOERR_READ and SQLITE_IOERR_SHORT_READ, which are macros that Swift does not import.
    private static let failedReads: [Int32] = [1, 2]

    /// - Parameter code: an extended result code of SQLite.
    init(file: String, code: Int32, message: String) {
        let kind: Kind =
            switch code & 0xFF {
            case SQLITE_BUSY, SQLITE_LOCKED: .locked
            case SQLITE_FULL: .full
            case SQLITE_NOTADB: .notADatabase
            case SQLITE_CORRUPT: .damaged
            case SQLITE_READONLY, SQLITE_PERM: .readOnly
            case SQLITE_CANTOPEN: .cannotOpen
            case SQLITE_IOERR: StoreError.failedReads.contains(code >> 8) ? .damaged : .cannotWrite
            default: .statement
            }
        self.init(file: file, kind: kind, problem: message)
    }

    package var description: String {
        switch kind {
        case .cannotOpen: "\(file): cannot be opened (\(problem)); check the path and its permissions"
        case .notADatabase: "\(file): is no store but a file of another kind; name another file"
        case .otherDatabase: "\(file): is an SQLite database of another program; name another file"
        case .newerSchema: "\(file): was written by a newer version of demarche (\(problem)); use that version"
        case .locked: "\(file): another program is writing to it; try again when it has ended"
        case .damaged:
            "\(file): is damaged (\(problem)); what is left can be saved with: "
                + "sqlite3 '\(file)' .recover | sqlite3 saved.db"
        case .full:
            "\(file): no space is left for it; what was stored before is safe: make space and run the same command again"
        case .readOnly: "\(file): may not be written to; check the permissions of the file and its folder"
        case .cannotWrite:
            "\(file): writing failed (\(problem)); what was stored before is safe: check the disk and run the same "
                + "command again"
        case .request: problem
        case .statement: "\(file): \(problem) (an error of the program; please report it)"
        }
    }
}
