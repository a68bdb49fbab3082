package fr.passerelle.rules.trace;

import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a rule writes down what it looked at and what came out, as it decides. */
public final class Steps {

    private static final int SCALE = 6;

    private Steps() {}

    /** A rule that decided the conclusion on its subject. */
    public static RegleEssayee decided(Rule rule, String on, String outcome, Operande... operands) {
        return new RegleEssayee(rule.name(), on, List.of(operands), outcome, true);
    }

    /** A rule that left the conclusion to the next one. */
    public static RegleEssayee passed(Rule rule, String on, String outcome, Operande... operands) {
        return new RegleEssayee(rule.name(), on, List.of(operands), outcome, false);
    }

    /** A number that was looked at; null where unknown. */
    public static Operande number(String name, @Nullable BigDecimal amount, Unite unit) {
        return new Operande(name, amount == null ? null : amount.setScale(SCALE, RoundingMode.HALF_UP), null, unit);
    }

    /** A whole number that was looked at. */
    public static Operande whole(String name, long amount, Unite unit) {
        return number(name, BigDecimal.valueOf(amount), unit);
    }

    /** The same; null where unknown. */
    public static Operande whole(String name, @Nullable Integer amount, Unite unit) {
        return number(name, amount == null ? null : BigDecimal.valueOf(amount), unit);
    }

    /** Hundredths of the unit that were looked at; null where unknown. */
    public static Operande hundredths(String name, @Nullable Integer amount, Unite unit) {
        return number(name, amount == null ? null : BigDecimal.valueOf(amount, 2), unit);
    }

    /** A code, an identifier or a date that was looked at; null where unknown. */
    public static Operande text(String name, @Nullable String text, Unite unit) {
        return new Operande(name, null, text, unit);
    }

    /** Euros that were looked at; null where unknown. */
    public static Operande euros(String name, @Nullable BigDecimal amount) {
        return number(name, amount, Unite.EUROS);
    }

    /** A rate or a share that was looked at, 0 to 1. */
    public static Operande part(String name, BigDecimal part) {
        return number(name, part, Unite.PART);
    }

    /** A stable code that was looked at; null where nothing was told. */
    public static Operande code(String name, @Nullable Enum<?> code) {
        return text(name, code == null ? null : code.name(), Unite.CODE);
    }

    /** A day that was looked at; null where unknown. */
    public static Operande day(String name, @Nullable LocalDate day) {
        return text(name, Objects.toString(day, null), Unite.DATE);
    }

    /** A yes or a no that was looked at; null where unknown. */
    public static Operande answer(String name, @Nullable Boolean yes) {
        return text(name, reponse(yes).name(), Unite.OUI_NON);
    }

    /** A yes or a no; null is unknown, which never counts as yes. */
    public static Reponse reponse(@Nullable Boolean yes) {
        return yes == null ? Reponse.INCONNU : yes ? Reponse.OUI : Reponse.NON;
    }

    /** What was looked at, as plain text; null where unknown. */
    public static @Nullable String plain(Operande operand) {
        BigDecimal amount = operand.getAmount();
        return amount == null ? operand.getText() : amount.stripTrailingZeros().toPlainString();
    }

    /** The subject of a room. */
    public static String room(String id) {
        return "room:" + id;
    }

    /** The subject of a site. */
    public static String site(String id) {
        return "site:" + id;
    }

    /** The subject of a place that may be the seat. */
    public static String seat(Siege place) {
        return place.getKind() == SiegeKind.SITE ? site(place.getId()) : room(place.getId());
    }

    /** The subject of a public place. */
    public static String place(String id) {
        return "place:" + id;
    }

    /** The subject of a commune. */
    public static String commune(String insee) {
        return "commune:" + insee;
    }

    /** The subject of an EPCI. */
    public static String epci(String siren) {
        return "epci:" + siren;
    }
}
