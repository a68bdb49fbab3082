package fr.passerelle.journal.fence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionSystemException;

/** The database went away while something was written: nobody's fault, and nothing is lost that it had committed. */
public final class LostDatabase {

    /** What to tell people. */
    public static final String SENTENCE = "La base PostgreSQL ne répond plus ou a coupé la connexion : ce qu'elle avait"
            + " validé reste. Redémarrez les serveurs (« ./passerelle up »), puis « ./passerelle recover » dit quoi"
            + " reprendre.";

    /** Class 08 of SQLSTATE, connections, and what a server says that ends. */
    private static final Set<String> ENDING = Set.of("57P01", "57P02", "57P03");

    private LostDatabase() {}

    /** Whether a failure comes from there. */
    public static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause).anyMatch(t -> says(t) || hides(t));
    }

    /** A rollback that fails, since there is no connection left, hides what it was for. */
    private static boolean hides(Throwable t) {
        return t instanceof TransactionSystemException rollback
                && rollback.getApplicationException() != null
                && isCauseOf(rollback.getApplicationException());
    }

    private static boolean says(Throwable t) {
        return t instanceof SQLTransientConnectionException
                || t instanceof SQLException sql
                        && sql.getSQLState() != null
                        && (sql.getSQLState().startsWith("08") || ENDING.contains(sql.getSQLState()));
    }
}
