package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the rules of the aid look at. */
final class Operands {

    private Operands() {}

    /** Euros; null where unknown. */
    static Operande euros(String name, @Nullable BigDecimal amount) {
        return Steps.number(name, amount, Unite.EUROS);
    }

    /** A rate or a share, 0 to 1. */
    static Operande part(String name, BigDecimal part) {
        return Steps.number(name, part, Unite.PART);
    }

    static Operande yesOrNo(String name, boolean yes) {
        return Steps.text(name, yes ? "OUI" : "NON", Unite.OUI_NON);
    }

    /** A stable code; null where nothing was told. */
    static Operande code(String name, @Nullable Enum<?> code) {
        return Steps.text(name, code == null ? null : code.name(), Unite.CODE);
    }
}
