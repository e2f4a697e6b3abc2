/// One worker's scratch space for a `TokenEncoder`: activations of one chunk and the cache of distinct tokens.
///
/// A slot of the cache holds a token's mixed embedding (`width` floats) and its three contributions to the first
/// convolution (as the token before, itself, and after). The cache is bounded; when it is full, slots that have not
/// been used since they were last looked at are taken over (second chance).
package final class EncoderWorkspace {
    /// Tokens computed at once: large enough for the matrix products, small enough for the processor's cache.
    static let chunk = 384

    struct Missing {
        let token: Int
        let slot: Int
    }

    private let capacity: Int
    private let slotWidth: Int
    /// Open addressing with linear probing; a key is stored with its slot, -1 marks a free place.
    private var tableKeys: [UInt64]
    private var tableSlots: [Int32]
    private var slotKeys: [UInt64] = []
    private var referenced: [Bool] = []
    private var inUse: [UInt32] = []
    private var round: UInt32 = 0
    private var hand = 0
    private let cache: FloatBuffer
    /// Slot of each row of the chunk; -1 outside the text.
    private var slots: [Int32] = []
    private(set) var missing: [Missing] = []

    let values: FloatBuffer
    let windows: FloatBuffer
    let products: FloatBuffer
    let attributeVectors: FloatBuffer
    let mixProducts: FloatBuffer
    let mixed: FloatBuffer
    let thirds: FloatBuffer

    /// - Parameter capacity: distinct tokens kept; each takes 4 KB at the usual width of 96.
    package init(_ encoder: TokenEncoder, capacity: Int = 8192) {
        let width = encoder.width
        let columns = encoder.convolutions.first.map { $0.pieces * width } ?? 0
        self.capacity = max(capacity, 2 * EncoderWorkspace.chunk)
        slotWidth = width + 3 * columns
        var tableSize = 1
        while tableSize < 2 * self.capacity { tableSize *= 2 }
        tableKeys = [UInt64](repeating: 0, count: tableSize)
        tableSlots = [Int32](repeating: -1, count: tableSize)
        cache = FloatBuffer(rows: self.capacity, columns: slotWidth)
        values = FloatBuffer(rows: 0, columns: width)
        windows = FloatBuffer(rows: 0, columns: 3 * width)
        products = FloatBuffer(rows: 0, columns: max(columns, 1))
        attributeVectors = FloatBuffer(rows: 0, columns: encoder.mixing.inputs)
        mixProducts = FloatBuffer(rows: 0, columns: encoder.mixing.pieces * width)
        mixed = FloatBuffer(rows: 0, columns: width)
        thirds = FloatBuffer(rows: 0, columns: max(columns, 1))
    }

    /// Finds or reserves the slot of every row; rows outside `keys` and rows of padding get none.
    func findSlots(first: Int, rows: Int, keys: [UInt64]) {
        round &+= 1
        missing.removeAll(keepingCapacity: true)
        slots.removeAll(keepingCapacity: true)
        for row in 0..<rows {
            let token = first + row
            guard token >= 0, token < keys.count, keys[token] != TokenEncoder.padding else {
                slots.append(-1)
                continue
            }
            let key = keys[token]
            var place = home(of: key)
            while tableSlots[place] >= 0, tableKeys[place] != key { place = (place + 1) & (tableSlots.count - 1) }
            var slot = Int(tableSlots[place])
            if slot < 0 {
                slot = reserve(key)
                missing.append(Missing(token: token, slot: slot))
            }
            referenced[slot] = true
            inUse[slot] = round
            slots.append(Int32(slot))
        }
    }

    private func home(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 20) & (tableSlots.count - 1)
    }

    private func reserve(_ key: UInt64) -> Int {
        let slot: Int
        if slotKeys.count < capacity {
            slot = slotKeys.count
            slotKeys.append(key)
            referenced.append(true)
            inUse.append(round)
        } else {
            while referenced[hand] || inUse[hand] == round {
                if inUse[hand] != round { referenced[hand] = false }
                hand = (hand + 1) % capacity
            }
            slot = hand
            hand = (hand + 1) % capacity
            remove(slotKeys[slot])
            slotKeys[slot] = key
        }
        var place = home(of: key)
        while tableSlots[place] >= 0 { place = (place + 1) & (tableSlots.count - 1) }
        tableKeys[place] = key
        tableSlots[place] = Int32(slot)
        return slot
    }

    /// Removes a key and closes the gap in its run of probes.
    private func remove(_ key: UInt64) {
        let mask = tableSlots.count - 1
        var hole = home(of: key)
        while tableKeys[hole] != key || tableSlots[hole] < 0 { hole = (hole + 1) & mask }
        var next = (hole + 1) & mask
        while tableSlots[next] >= 0 {
            let distance = (next - home(of: tableKeys[next])) & mask
            if distance >= (next - hole) & mask {
                tableKeys[hole] = tableKeys[next]
                tableSlots[hole] = tableSlots[next]
                hole = next
            }
            next = (next + 1) & mask
        }
        tableSlots[hole] = -1
    }

    func storeEmbeddings(width: Int) {
        for (row, miss) in missing.enumerated() {
            cache.row(miss.slot).update(from: mixed.base + row * width, count: width)
        }
    }

    func storeThird(_ third: Int, width: Int, columns: Int) {
        for (row, miss) in missing.enumerated() {
            (cache.row(miss.slot) + width + third * columns).update(from: thirds.base + row * columns, count: columns)
        }
    }

    func loadEmbeddings(rows: Int, width: Int) {
        for row in 0..<rows {
            let target = values.base + row * width
            if slots[row] >= 0 {
                target.update(from: cache.row(Int(slots[row])), count: width)
            } else {
                target.update(repeating: 0, count: width)
            }
        }
    }

    /// Products of the first convolution: the sum of what the three tokens of each window contribute.
    func sumFirstConvolution(rows: Int, columns: Int, width: Int) {
        let vectors = columns / 8
        for row in 0..<rows {
            let target = UnsafeMutableRawPointer(products.base + row * columns)
                .assumingMemoryBound(to: SIMD8<Float>.self)
            var written = false
            for third in 0..<3 {
                let neighbour = row + third - 1
                guard neighbour >= 0, neighbour < rows, slots[neighbour] >= 0 else { continue }
                let source = vectorPointer(cache.row(Int(slots[neighbour])) + width + third * columns)
                if written {
                    for index in 0..<vectors { target[index] += source[index] }
                } else {
                    for index in 0..<vectors { target[index] = source[index] }
                    written = true
                }
            }
            if !written { for index in 0..<vectors { target[index] = .zero } }
        }
    }

    /// Each row becomes the values of the row before, itself and the row after; zeros beyond the ends.
    func fillWindows(rows: Int, width: Int) {
        windows.resize(rows: rows)
        for row in 0..<rows {
            let target = windows.base + row * 3 * width
            let source = values.base + (row - 1) * width
            if row > 0, row + 1 < rows {
                target.update(from: source, count: 3 * width)
            } else {
                target.update(repeating: 0, count: 3 * width)
                let skipped = row == 0 ? width : 0
                let count = (row + 1 < rows ? 3 : 2) * width - skipped
                (target + skipped).update(from: source + skipped, count: count)
            }
        }
    }
}
