package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.schemas.event.LigneCredit;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sentences that say why a question has no answer. */
final class RefusalText {

    /** No answer was found, and none excluded. */
    static final String STOPPED =
            "Le solveur s'est arrêté à sa limite avant de trouver un choix qui tienne les lignes d'équité.";

    private RefusalText() {}

    static String lack(CreditWindow window, long cents) {
        String years = window.from() == window.to() ? "" + window.to() : window.from() + " à " + window.to();
        return "Les crédits %s de %s ne suffisent pas à ce qui est déjà notifié : il manque %s."
                .formatted(line(window.line()), years, euros(cents));
    }

    /** @param alone rows without each of which the others hold */
    static String equity(List<EquityRow> all, List<EquityRow> alone) {
        if (all.size() == 1) {
            return "Sous ces crédits, cette ligne d'équité ne peut pas être tenue : " + rows(all) + ".";
        }
        return alone.isEmpty()
                ? "Sous ces crédits, ces lignes d'équité ne peuvent pas être tenues : " + rows(all) + "."
                : "Sous ces crédits, les lignes d'équité ne tiennent que sans l'une d'elles : " + rows(alone) + ".";
    }

    private static String rows(List<EquityRow> rows) {
        return rows.stream().map(RefusalText::row).collect(Collectors.joining(" ; "));
    }

    private static String row(EquityRow row) {
        return switch (row) {
            case EquityRow.OpeningFloor floor ->
                "le minimum d'ouvertures du département %s, %d".formatted(floor.departement(), floor.openings());
            case EquityRow.HighNeedShare share ->
                "la part des ouvertures où le besoin est élevé, %s %%"
                        .formatted(decimal("#,##0.##", BigDecimal.valueOf(share.tenThousandths(), 2)));
        };
    }

    private static String line(LigneCredit line) {
        return switch (line) {
            case ETUDE -> "d'étude";
            case INVESTISSEMENT -> "d'investissement";
            case FONCTIONNEMENT -> "de fonctionnement";
        };
    }

    static String euros(long cents) {
        return decimal("#,##0.00", Credits.euros(cents)) + "\u00a0€";
    }

    private static String decimal(String pattern, BigDecimal number) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.FRANCE);
        symbols.setGroupingSeparator('\u00a0');
        return new DecimalFormat(pattern, symbols).format(number);
    }
}
