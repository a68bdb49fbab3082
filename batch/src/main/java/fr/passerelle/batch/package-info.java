/** The program: nightly job and operator commands, a process that ends. */
@NullMarked
package fr.passerelle.batch;

import org.jspecify.annotations.NullMarked;
