package fr.passerelle.local.server;

/** A role of PostgreSQL that may enter, with its password. */
public record DatabaseRole(String user, String password) {

    @Override
    public String toString() {
        return "Account[" + user + "]";
    }
}
