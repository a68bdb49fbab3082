package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Correction;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days as people write them. What the mapping declares comes first. Day and month in figures are only told apart without a declaration
 * where the first cannot be a month, or both are the same. Years of two digits, the month first and serial numbers need one.
 */
final class DayRepair implements Repair {

    private static final Pattern MIDNIGHT = Pattern.compile("[ t](?:00?:00(?::00(?:[.,]0+)?)?|0h(?:00)?)");
    private static final Pattern DOUBTFUL =
            Pattern.compile("[0-9]{1,2}([/.-])[0-9]{1,2}\\1([0-9]{4}|[0-9]{2})|[0-9]{5}");

    private final Forms forms;

    DayRepair(Forms forms) {
        this.forms = forms;
    }

    @Override
    public @Nullable RepairedText of(String cell) {
        if (cell.length() > LONGEST) {
            return null;
        }
        String folded = TextFolding.of(cell);
        String day = withoutTime(folded);
        if (!forms.dates().isEmpty()) {
            Set<LocalDate> declared = declared(day);
            if (!declared.isEmpty()) {
                return declared.size() == 1
                        ? new RepairedText(declared.iterator().next().toString(), null)
                        : null;
            }
        }
        return undeclared(day, folded.length() > day.length());
    }

    @Override
    public String advice(String cell) {
        String day = withoutTime(TextFolding.of(cell));
        return forms.dates().isEmpty() ? undeclaredAdvice(day) : declaredAdvice(day);
    }

    /** The form is declared: it is the cell that is not right. */
    private String declaredAdvice(String day) {
        String told = forms.dates().stream().map(DateForm::french).collect(Collectors.joining(", "));
        int days = declared(day).size();
        if (days > 1) {
            return " Les formes déclarées (%s) la lisent de plusieurs façons : écrivez AAAA-MM-JJ.".formatted(told);
        }
        if (days == 1) {
            return "";
        }
        return forms.dates().stream().anyMatch(form -> DayText.isLike(day, form))
                ? " Elle a la forme déclarée (%s), mais ce jour n'existe pas : corrigez-la.".formatted(told)
                : " Elle n'a pas la forme déclarée (%s) : corrigez-la, ou déclarez aussi sa forme.".formatted(told);
    }

    private static String undeclaredAdvice(String day) {
        return DOUBTFUL.matcher(day).matches()
                ? " Si la colonne a une autre forme, déclarez-la dans le mapping (par exemple %s) ou écrivez AAAA-MM-JJ."
                        .formatted(DateForm.DAY_MONTH_YEAR.french())
                : "";
    }

    private Set<LocalDate> declared(String day) {
        return forms.dates().stream()
                .map(form -> DayText.read(day, form, forms.pivot()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private @Nullable RepairedText undeclared(String day, boolean midnight) {
        LocalDate french = forms.dates().isEmpty() ? DayText.sureDayFirst(day) : null;
        if (french != null) {
            return new RepairedText(french.toString(), Correction.DATE_FRANCAISE);
        }
        LocalDate named = DayText.read(day, DateForm.DAY_NAMED_MONTH_YEAR, forms.pivot());
        if (named != null) {
            return new RepairedText(named.toString(), Correction.MOIS_EN_LETTRES);
        }
        LocalDate yearFirst = DayText.read(day, DateForm.YEAR_MONTH_DAY, forms.pivot());
        if (yearFirst == null) {
            return null;
        }
        return new RepairedText(yearFirst.toString(), midnight ? Correction.MINUIT : Correction.DATE_COMPLETEE);
    }

    /** Without a time of midnight behind it: at any other time it is not a day. */
    private static String withoutTime(String folded) {
        Matcher matcher = MIDNIGHT.matcher(folded);
        while (matcher.find()) {
            if (matcher.end() == folded.length()) {
                return folded.substring(0, matcher.start());
            }
        }
        return folded;
    }
}
