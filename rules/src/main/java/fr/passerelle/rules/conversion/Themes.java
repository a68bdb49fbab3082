package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.ActivitePratiquee;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the sessions are about (RULES 4.8): the activities that people came to, most attended first, then the themes that the room declares. A
 * theme is told once; an activity that is also declared takes the declared spelling, since the log keeps activities in capitals.
 */
final class Themes {

    /** What the import or a register writes where there is no subject: a way of counting, or the room's free use. */
    private static final Set<String> NO_THEME = Set.of("", "total", "acces libre", "scolaires");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[_\\s]+");

    private Themes() {}

    static Ruling<List<String>> of(ScoredRoom scored) {
        List<ActivitePratiquee> activities = scored.frequentation().getActivites();
        List<String> themes =
                themes(activities.stream().map(ActivitePratiquee::getActivity).toList(), declared(scored));
        return Ruling.by(
                Steps.decided(
                        Rule.THEMES,
                        Steps.room(scored.id()),
                        Integer.toString(themes.size()),
                        operands(activities, declared(scored))),
                themes);
    }

    private static List<String> declared(ScoredRoom scored) {
        return scored.room().getThemes().stream().map(Themes::spaced).toList();
    }

    private static List<String> themes(List<String> activities, List<String> declared) {
        Map<String, String> byMeaning = new LinkedHashMap<>();
        Map<String, String> spelled = new LinkedHashMap<>();
        declared.forEach(theme -> spelled.putIfAbsent(meaning(theme), theme));
        activities.forEach(activity -> byMeaning.putIfAbsent(meaning(activity), readable(activity)));
        byMeaning.putAll(spelled);
        byMeaning.keySet().removeAll(NO_THEME);
        return List.copyOf(byMeaning.values());
    }

    private static String readable(String activity) {
        return spaced(activity).toLowerCase(Locale.ROOT);
    }

    private static String meaning(String name) {
        return ACCENTS.matcher(Normalizer.normalize(spaced(name), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String spaced(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll(" ").strip();
    }

    private static Operande[] operands(List<ActivitePratiquee> activities, List<String> declared) {
        List<Operande> operands = new ArrayList<>();
        activities.forEach(activity -> {
            operands.add(Steps.text("activite", activity.getActivity(), Unite.CODE));
            operands.add(Steps.whole("presences", activity.getPresences(), Unite.PRESENCES));
        });
        declared.forEach(theme -> operands.add(Steps.text("theme_declare", theme, Unite.CODE)));
        return operands.toArray(Operande[]::new);
    }
}
