package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten years of rows hold these numbers: none may ever change. */
class AttendanceCodesTest {

    @ParameterizedTest
    @CsvSource({"SEANCE,0", "JOUR,1", "SEMAINE,2", "MOIS,3", "TRIMESTRE,4", "SEMESTRE,5", "ANNEE,6", "PERIODE,7"})
    void aGrainKeepsItsCode(Grain grain, int code) {
        assertThat(AttendanceCodes.of(grain)).isEqualTo(code);
        assertThat(AttendanceCodes.grain(code)).isEqualTo(grain);
    }

    @ParameterizedTest
    @CsvSource({"OUVERT,0", "FERME,1"})
    void aStateKeepsItsCode(Etat etat, int code) {
        assertThat(AttendanceCodes.of(etat)).isEqualTo(code);
        assertThat(AttendanceCodes.etat(code)).isEqualTo(etat);
    }

    @ParameterizedTest
    @EnumSource
    void everyGrainHasACodeOfItsOwn(Grain grain) {
        assertThat(AttendanceCodes.grain(AttendanceCodes.of(grain))).isEqualTo(grain);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 8})
    void aCodeOfNobodyIsRefused(int code) {
        assertThatIllegalArgumentException().isThrownBy(() -> AttendanceCodes.grain(code));
        assertThatIllegalArgumentException().isThrownBy(() -> AttendanceCodes.etat(code));
    }
}
