import Foundation
import Synchronization

/// Ctrl-C and its kin: the first asks the program to end in order, a second ends it at once.
enum Interruption {
    private static let asked = Atomic<Bool>(false)

    static var isAsked: Bool { asked.load(ordering: .relaxed) }

    /// From now on SIGINT, SIGTERM and SIGHUP are requests.
    static func listen() {
        _ = isAsked
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                Interruption.asked.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
        // A limit on the size of files is then an error of writing, which the store tells of.
        signal(SIGXFSZ, SIG_IGN)
    }
}
