package fr.passerelle.faults.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cuts a connection to PostgreSQL where the answer to a COMMIT passes: the commit has taken place, and the client will never know.
 *
 * @param left commits to let pass before, of all connections together
 */
record PostgresqlCommits(AtomicInteger left) implements Proxy.Wire {

    /** CommandComplete, its length, its tag. */
    private static final byte[] COMMITTED = "C\0\0\0\013COMMIT\0".getBytes(US_ASCII);

    @Override
    public boolean answered(byte[] bytes, int length) {
        for (var place = 0; place + COMMITTED.length <= length; place++) {
            if (BytePattern.at(bytes, place, COMMITTED) && left.getAndDecrement() == 0) {
                return false;
            }
        }
        return true;
    }
}
