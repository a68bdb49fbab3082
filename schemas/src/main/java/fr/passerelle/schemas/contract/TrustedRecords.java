package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.event.RunOpened;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Since 1.12 Avro instantiates only classes it was told to trust, by a flag of the JVM. Ours are told here, so that every program that
 * reads our records works without a flag; what a flag trusts stays trusted.
 */
final class TrustedRecords {

    private static final String PACKAGE = RunOpened.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(PACKAGE)));
    }

    private TrustedRecords() {}

    /** Whether a record of this full name is one of ours. The first call makes Avro trust them, once a process. */
    static boolean contains(String fullName) {
        return fullName.startsWith(PACKAGE + ".");
    }
}
