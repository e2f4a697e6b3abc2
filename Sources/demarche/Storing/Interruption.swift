import Foundation
import Synchronization

/// Ctrl-C and its kin: the first asks the program to end in order, a second ends it at once.
enum Interruption {
    private static let asked = Atomic<Bool>(false)

    static var isAsked: Bool { asked.load(ordering: .relaxed) }

    /// From now on SIGINT, SIGTERM and SIGHUP are requests.
    static func listen() {
        _ = isAsked
        var heard = sigset_t()
        sigemptyset(&heard)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            sigaddset(&heard, number)
            let before = signal(number) { number in
                Interruption.asked.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
            // As nohup has it.
            if number == SIGHUP, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(number, SIG_IGN)
            }
        }
        // Whoever started the program may have had them blocked.
        pthread_sigmask(SIG_UNBLOCK, &heard, nil)
        // A limit on the size of files is then an error of writing, which the store tells of.
        signal(SIGXFSZ, SIG_IGN)
    }
}
