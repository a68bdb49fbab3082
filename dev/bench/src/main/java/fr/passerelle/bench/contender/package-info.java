/**
 * What Passerelle is measured against: the limits of the machine and of its libraries, and what people would use instead, each as its
 * documentation has it. Each runs in a process of its own, cold as a night is, and tells what it did so that it can be checked.
 */
@NullMarked
package fr.passerelle.bench.contender;

import org.jspecify.annotations.NullMarked;
