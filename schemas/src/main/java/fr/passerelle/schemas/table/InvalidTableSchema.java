package fr.passerelle.schemas.table;

import org.jspecify.annotations.Nullable;

/** A Table Schema that cannot be read. The message, in French, says which column and why. */
public final class InvalidTableSchema extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidTableSchema(String message) {
        this(message, null);
    }

    InvalidTableSchema(String message, @Nullable Throwable cause) {
        super("Description de table refusée : " + message, cause);
    }
}
