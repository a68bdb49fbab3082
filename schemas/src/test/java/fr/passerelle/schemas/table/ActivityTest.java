package fr.passerelle.schemas.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActivityTest {

    @Test
    void describesEachActivityByCodeAndLabel() {
        assertThat(Activity.all())
                .hasSizeBetween(25, 45)
                .allSatisfy(activity -> {
                    assertThat(activity.code()).matches("[A-Z]+(_[A-Z]+)*");
                    assertThat(activity.label()).isNotBlank();
                    assertThat(activity.theme()).isEqualTo(activity.theme().toLowerCase(java.util.Locale.ROOT));
                })
                .extracting(Activity::code)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(Activity.all()).extracting(Activity::label).doesNotHaveDuplicates();
    }

    @Test
    void knowsOneByItsCode() {
        assertThat(Activity.of("DEMARCHES"))
                .hasValueSatisfying(activity -> assertThat(activity.label()).isEqualTo("Démarches en ligne"));
        assertThat(Activity.of("TRICOT")).isEmpty();
    }

    @Test
    void saysNoThemeOfAWayOfCountingNorOfWhatIsNotKnown() {
        assertThat(Activity.all())
                .filteredOn(activity -> activity.theme().isEmpty())
                .extracting(Activity::code)
                .containsExactly("ACCES_LIBRE", Activity.OTHER, "FERMETURE", "SCOLAIRES", "TOTAL");
    }

    @Test
    void isWhatTheAttendanceTakes() {
        assertThat(TableSchema.frequentation()
                        .field("activite")
                        .orElseThrow()
                        .constraints()
                        .values())
                .isEqualTo(Activity.all().stream().map(Activity::code).toList());
    }
}
