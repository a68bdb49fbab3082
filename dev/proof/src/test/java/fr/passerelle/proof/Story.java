package fr.passerelle.proof;

import fr.passerelle.local.test.AsWritten;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One system for all tests of a class. */
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface Story {

    /** Tests that follow each other as they are written. */
    @Retention(RetentionPolicy.RUNTIME)
    @Story
    @TestMethodOrder(AsWritten.class)
    @interface Told {}
}
