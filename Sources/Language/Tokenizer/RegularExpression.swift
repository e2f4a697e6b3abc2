import CPCRE2

/// A compiled pattern of Python's `re`, matched by PCRE2 with its just-in-time compiler. Immutable, shared by all
/// workers; each brings a `RegexWorkspace`.
struct RegularExpression: Sendable {
    private let code: CompiledPattern

    /// - Parameters:
    ///   - pattern: in Python's syntax.
    ///   - name: what the pattern is called in `file`, for errors.
    init(python pattern: String, name: String, file: String) throws(ModelError) {
        let translated: String
        do { translated = try PythonPattern.translate(pattern) } catch {
            throw ModelError(file: file, problem: "\(name): \(error.problem) at byte \(error.offset) of the pattern")
        }
        var code: Int32 = 0
        var offset = 0
        let bytes = Array(translated.utf8)
        guard
            let compiled = bytes.withUnsafeBufferPointer({
                pcre2_compile_8($0.baseAddress, $0.count, PCRE2_UTF | PCRE2_UCP, &code, &offset, nil)
            })
        else {
            throw ModelError(
                file: file, problem: "\(name): \(Self.message(code)) at byte \(offset) of the translated pattern")
        }
        // Without a just-in-time compiler (an unusual machine) PCRE2 interprets: slower, the same results.
        pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
        self.code = CompiledPattern(compiled)
    }

    /// How a match may begin.
    enum Start {
        case anywhere
        /// At the first byte searched, as `re.match` does.
        case anchored
        /// Not an empty match at the first byte searched.
        case nonEmptyAtStart
    }

    /// The leftmost match in `subject` that begins at `offset` or after it; assertions see what precedes `offset`.
    /// A search that PCRE2 gives up (match limit) finds nothing.
    /// - Parameter subject: valid UTF-8.
    func firstMatch(
        in subject: UnsafeBufferPointer<UInt8>, from offset: Int = 0, _ start: Start = .anywhere,
        workspace: RegexWorkspace
    ) -> Range<Int>? {
        let options =
            switch start {
            case .anywhere: PCRE2_NO_UTF_CHECK
            case .anchored: PCRE2_NO_UTF_CHECK | UInt32(PCRE2_ANCHORED)
            case .nonEmptyAtStart: PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY_ATSTART
            }
        let count = pcre2_match_8(
            code.pointer, subject.baseAddress, subject.count, offset, options, workspace.matchData, workspace.context)
        guard count >= 0, let vector = pcre2_get_ovector_pointer_8(workspace.matchData), vector[0] <= vector[1] else {
            return nil
        }
        return vector[0]..<vector[1]
    }

    /// The leftmost match anywhere in a string, as a range of UTF-8 offsets.
    func firstMatch(in text: String, workspace: RegexWorkspace) -> Range<Int>? {
        var copy = text
        return copy.withUTF8 { firstMatch(in: $0, workspace: workspace) }
    }

    private static func message(_ code: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
    }
}

/// Owns compiled code. PCRE2 never writes to it after compilation, so threads may share it.
private final class CompiledPattern: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { pcre2_code_free_8(pointer) }
}

/// What PCRE2 writes to while it matches; one a worker.
final class RegexWorkspace {
    let matchData: OpaquePointer?
    let context: OpaquePointer?
    private let stack: OpaquePointer?

    init() {
        matchData = pcre2_match_data_create_8(1, nil)
        context = pcre2_match_context_create_8(nil)
        stack = pcre2_jit_stack_create_8(32 * 1024, 4 * 1024 * 1024, nil)
        pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    }

    deinit {
        pcre2_match_data_free_8(matchData)
        pcre2_match_context_free_8(context)
        pcre2_jit_stack_free_8(stack)
    }
}
