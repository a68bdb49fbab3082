/** An ordinary program of Spring Boot, started with the jars of the commands, to compare the start of a command with. */
@NullMarked
package fr.passerelle.bench.start;

import org.jspecify.annotations.NullMarked;
