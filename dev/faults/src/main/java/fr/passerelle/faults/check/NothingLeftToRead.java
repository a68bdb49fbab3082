package fr.passerelle.faults.check;

import java.util.stream.Stream;

/** I10: each group has read all there is. */
final class NothingLeftToRead {

    private NothingLeftToRead() {}

    static Stream<Violation> in(History history) {
        return history.lags().entrySet().stream()
                .filter(lag -> lag.getValue() != 0)
                .map(lag -> new Violation(
                        Promise.I10, "le groupe " + lag.getKey() + " a encore " + lag.getValue() + " à lire"));
    }
}
