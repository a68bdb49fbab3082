package fr.passerelle.console.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;

/**
 * Whether a password would be among the first that somebody tries, by zxcvbn: leaked ones, names, words, keyboards, dates, repetitions, and
 * the words of this house. Its lists are read when the first password is judged.
 */
final class PasswordStrength {

    /** zxcvbn's highest mark: ten thousand million guesses and more (choix du projet). */
    private static final int STRONG = 4;

    private static final List<String> HOUSE = List.of(
            "passerelle",
            "picardie",
            "picardieenligne",
            "hautsdefrance",
            "region",
            "tierslieu",
            "numerique",
            "mediation",
            "mediatheque",
            "bibliotheque",
            "administrateur",
            "operateur",
            "analyste",
            "lecteur",
            "compte",
            "bienvenue",
            "changezmoi");

    private final SingletonSupplier<Zxcvbn> judge = SingletonSupplier.of(Zxcvbn::new);

    /** Whether few guesses would find it, for somebody who knows the login. */
    boolean isCommon(String password, String login) {
        return judge.obtain().measure(password, known(login)).getScore() < STRONG;
    }

    private static List<String> known(String login) {
        return Stream.concat(HOUSE.stream(), Stream.concat(Stream.of(login), Stream.of(login.split("[._@-]"))))
                .toList();
    }
}
