import CSQLite

/// A connection to one SQLite file; for one thread.
final class Database {
    enum Access {
        case reading, writing
    }
    let file: String
    private let handle: OpaquePointer
    private var statements: [String: SQLStatement] = [:]

    /// - Parameter access: `.writing` makes the file where there is none.
    init(file: String, access: Access) throws(StoreError) {
        self.file = file
        var opened: OpaquePointer?
        let flags =
            access == .writing ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE
        let code = sqlite3_open_v2(file, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard let opened else { throw StoreError(file: file, kind: .cannotOpen, problem: "no memory") }
        guard code == SQLITE_OK else {
            let message = String(cString: sqlite3_errmsg(opened))
            sqlite3_close_v2(opened)
            throw StoreError(file: file, code: code, message: message)
        }
        handle = opened
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 5_000)
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    /// Runs statements that return nothing and take no values.
    func execute(_ sql: String) throws(StoreError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        if code != SQLITE_OK { throw error(code) }
    }

    /// A statement of the program, compiled once and kept.
    func statement(_ sql: String) throws(StoreError) -> SQLStatement {
        if let known = statements[sql] {
            known.reset()
            return known
        }
        let new = try prepare(sql)
        statements[sql] = new
        return new
    }

    /// A statement that is made for one use.
    func prepare(_ sql: String) throws(StoreError) -> SQLStatement {
        var compiled: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, sql, -1, 0, &compiled, nil)
        guard code == SQLITE_OK, let compiled else { throw error(code) }
        return SQLStatement(compiled, self)
    }

    /// Runs `body` in a transaction that takes the right to write at once; an error undoes all of it.
    func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try execute("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            // SQLite has undone it already after some errors; the first error is the one to tell.
            if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

    /// Rows that the last statement changed.
    var changes: Int { Int(sqlite3_changes64(handle)) }

    func error(_ code: Int32) -> StoreError {
        StoreError(file: file, code: code, message: String(cString: sqlite3_errmsg(handle)))
    }
}
