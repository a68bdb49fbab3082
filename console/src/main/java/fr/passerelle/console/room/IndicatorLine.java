package fr.passerelle.console.room;

import fr.passerelle.console.bareme.ScalePicture;
import fr.passerelle.console.page.PageFrench;
import fr.passerelle.schemas.event.Formule;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.Quantities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a room's score.
 *
 * @param code stable code, for an address in the page
 * @param value with its unit, rounded for reading; empty where it is unavailable
 * @param unavailable why it is; empty where it is available
 * @param numerator first of the two terms, with its unit; empty where it is unavailable
 * @param points 0 to 100, one decimal; a dash where it is unavailable
 * @param share points times weight over the weights that are available, one decimal; a dash where it is unavailable
 * @param months how many it rests on
 */
record IndicatorLine(
        String code,
        String name,
        String value,
        String unavailable,
        String numerator,
        String denominator,
        boolean variation,
        String points,
        int weight,
        String share,
        int months,
        ScalePicture picture) {

    private static final int UNIT = 6;
    private static final int DIGITS = 5;

    /** @param available sum of the weights of the room's available indicators, above 0 where this one is */
    static IndicatorLine of(Indicateur one, int threshold, int available) {
        return new IndicatorLine(
                one.getName().name(),
                Codes.indicateur(one.getName()),
                one.getValue() == null ? "" : Quantities.of(readable(one.getValue()), one.getUnit()),
                Optional.ofNullable(one.getUnavailable()).map(Codes::outcome).orElse(""),
                one.getNumerator() == null ? "" : Quantities.of(readable(one.getNumerator()), one.getNumeratorUnit()),
                one.getDenominator() == null
                        ? ""
                        : Quantities.of(readable(one.getDenominator()), one.getDenominatorUnit()),
                one.getFormula() == Formule.VARIATION,
                PageFrench.INSTANCE.decimal(one.getPoints(), 1),
                one.getWeight(),
                PageFrench.INSTANCE.decimal(share(one, available), 1),
                one.getMonths().size(),
                ScalePicture.of(one.getScale(), one.getUnit(), threshold, one.getValue(), one.getPoints()));
    }

    private static @Nullable BigDecimal share(Indicateur one, int available) {
        return one.getPoints() == null
                ? null
                : one.getPoints()
                        .multiply(BigDecimal.valueOf(one.getWeight()))
                        .divide(BigDecimal.valueOf(available), UNIT, RoundingMode.HALF_UP);
    }

    /** As many decimals as a reader needs: the legal explanation has all of them. */
    private static BigDecimal readable(BigDecimal number) {
        int whole = Math.max(1, number.precision() - number.scale());
        return number.setScale(Math.max(0, DIGITS - whole), RoundingMode.HALF_UP);
    }
}
