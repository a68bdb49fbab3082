package fr.passerelle.rules.conversion;

import java.util.List;

/** A condition and what is known of it. */
record Check(Condition condition, Answer answer) {

    static List<String> codes(List<Check> checks, Answer answer) {
        return checks.stream()
                .filter(check -> check.answer() == answer)
                .map(check -> check.condition().name())
                .toList();
    }
}
