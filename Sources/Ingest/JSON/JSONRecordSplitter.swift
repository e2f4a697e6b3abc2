/// Cuts JSON input into its objects: one a line, one after the other, or as the elements of one list.
struct JSONRecordSplitter {
    enum Record: Equatable {
        /// - Parameter line: where it begins, counted from 1; 0 where objects are not one a line.
        case object([UInt8], line: Int)
        case tooLong(line: Int)
        /// The input ends inside an object.
        case cutOff
    }
    private enum Layout { case unknown, lines, objects }

    private let reader: ByteReader
    private let limit: Int
    private var layout = Layout.unknown
    private var line = 0
    private var piece: [UInt8] = []
    private var position = 0

    init(_ reader: ByteReader, limit: Int) {
        self.reader = reader
        self.limit = limit
    }

    mutating func next() throws(InputError) -> Record? {
        if layout == .objects { return try nextObject() }
        while let read = try reader.line(limit: limit) {
            line += 1
            guard case .bytes(let bytes) = read else {
                layout = .lines
                return .tooLong(line: line)
            }
            guard let first = bytes.firstIndex(where: { !$0.isSpace && $0 < 0x80 }) else { continue }
            if layout == .unknown {
                let isWholeObject = bytes[first] == 0x7B && bytes.last(where: { !$0.isSpace }) == 0x7D
                layout = isWholeObject ? .lines : .objects
                if layout == .objects {
                    (piece, position) = (bytes + [0x0A], 0)
                    return try nextObject()
                }
            }
            return .object(bytes, line: line)
        }
        return nil
    }

    private mutating func nextObject() throws(InputError) -> Record? {
        var bytes: [UInt8] = []
        var depth = 0
        var isInString = false
        var isEscaped = false
        var isTooLong = false
        while true {
            if position == piece.count {
                (piece, position) = (try reader.take(64 * 1024), 0)
                if piece.isEmpty { return depth > 0 ? .cutOff : nil }
            }
            let start = position
            let startedInside = depth > 0
            while position < piece.count {
                let byte = piece[position]
                position += 1
                if isInString {
                    if isEscaped {
                        isEscaped = false
                    } else if byte == 0x5C {
                        isEscaped = true
                    } else if byte == 0x22 {
                        isInString = false
                    }
                } else if byte == 0x22 {
                    isInString = depth > 0
                } else if byte == 0x7B {
                    if depth == 0 { bytes = [] }
                    depth += 1
                    if depth == 1 { break }
                } else if byte == 0x7D, depth > 0 {
                    depth -= 1
                    if depth == 0 { break }
                }
            }
            if startedInside {
                if bytes.count + position - start > limit { isTooLong = true }
                if !isTooLong { bytes.append(contentsOf: piece[start..<position]) }
                if depth == 0 { return isTooLong ? .tooLong(line: 0) : .object(bytes, line: 0) }
            } else if depth == 1 {
                bytes = [0x7B]
            }
        }
    }
}
