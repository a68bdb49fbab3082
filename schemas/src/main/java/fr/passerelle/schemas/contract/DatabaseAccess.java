package fr.passerelle.schemas.contract;

import java.util.Objects;

/** Where the database is, by its JDBC address, and which role works in it; each is empty where nobody said. */
public record DatabaseAccess(String url, String user, String password) {

    /** What settings do not say comes as null. */
    public DatabaseAccess {
        url = Objects.requireNonNullElse(url, "");
        user = Objects.requireNonNullElse(user, "");
        password = Objects.requireNonNullElse(password, "");
    }

    /** Whether it names a role. */
    public boolean isSomebody() {
        return !user.isBlank();
    }

    /** This role in that database, where it is one; else that of every day. */
    public DatabaseAccess or(DatabaseAccess daily) {
        return isSomebody() ? new DatabaseAccess(daily.url, user, password) : daily;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "DatabaseAccess[" + url + ", " + user + "]";
    }
}
