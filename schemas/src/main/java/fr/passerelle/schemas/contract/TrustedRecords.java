package fr.passerelle.schemas.contract;

import fr.passerelle.schemas.event.RunOpened;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Since 1.12 Avro instantiates only classes it was told to trust, by a flag of the JVM: without it neither reading nor writing nor a
 * builder's default values work. Ours are told here, so that every program works without a flag; what a flag trusts stays trusted.
 */
public final class TrustedRecords {

    private static final String PACKAGE = RunOpened.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(PACKAGE)));
    }

    private TrustedRecords() {}

    /**
     * Makes Avro trust our records, from now on and in the whole process. {@link Records} does it; a program that builds records
     * before it has one calls this first.
     */
    public static void trust() {
        // Loading this class is what does it, once.
    }

    /** Whether a record of this full name is one of ours. */
    static boolean contains(String fullName) {
        return fullName.startsWith(PACKAGE + ".");
    }
}
