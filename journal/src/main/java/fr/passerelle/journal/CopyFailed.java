package fr.passerelle.journal;

import java.sql.SQLException;

/** The database refused rows: a fault, never a bad row, since rows are checked before. Its message holds no cell. */
public final class CopyFailed extends RuntimeException {

    CopyFailed(String target, SQLException cause) {
        super("COPY refused by the database: " + target, cause);
    }
}
