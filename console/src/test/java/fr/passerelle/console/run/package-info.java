@NullMarked
package fr.passerelle.console.run;

import org.jspecify.annotations.NullMarked;
