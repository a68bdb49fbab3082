package fr.passerelle.local.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** A test class whose constructor or methods may take its own {@link TestServers}, the same for the whole class. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(WithServers.ServersParameter.class)
public @interface WithServers {

    /** Hands each outermost test class one {@link TestServers}. */
    final class ServersParameter extends TypeBasedParameterResolver<TestServers> {

        @Override
        public TestServers resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var outermost = context.getRequiredTestClass().getNestHost();
            return context.getRoot()
                    .getStore(Namespace.create(ServersParameter.class))
                    .computeIfAbsent(
                            outermost, type -> TestServers.fresh(outermost.getSimpleName()), TestServers.class);
        }
    }
}
