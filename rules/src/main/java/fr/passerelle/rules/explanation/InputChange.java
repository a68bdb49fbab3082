package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A single change on one place, expressed as an input.
 *
 * @param amount by how much, in the unit
 * @param fonction the function gained or lost; null for another lever
 * @param items codes of the conditions, or months
 * @param operands what each becomes
 * @param makes the situation with nothing else changed
 */
record InputChange(
        Levier levier,
        long amount,
        Unite unit,
        @Nullable Fonction fonction,
        List<String> items,
        List<Operande> operands,
        EpciSituation makes) {

    private static final int SCALE = 6;

    /** What has still to be told is what it alters. */
    Contrefactuel.Builder told() {
        return Contrefactuel.newBuilder()
                .setLevier(levier)
                .setAmount(BigDecimal.valueOf(amount).setScale(SCALE))
                .setUnit(unit)
                .setFonction(fonction)
                .setItems(items)
                .setOperands(operands);
    }
}
