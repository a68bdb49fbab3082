package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.yaml.Leaf;
import org.jspecify.annotations.Nullable;

/** What mappings call registers: the region's own, which is kept under no name, is {@code region}. */
public final class RegisterName {
    private static final String OWN = "region";

    private RegisterName() {}

    /** The register that a mapping names; empty for the region's own, and where none is named. */
    static String read(@Nullable Leaf leaf) {
        String name = MappingReader.slug(leaf);
        return name.equals(OWN) ? "" : name;
    }

    /** What a mapping calls a register. */
    public static String of(String register) {
        return register.isEmpty() ? OWN : register;
    }
}
