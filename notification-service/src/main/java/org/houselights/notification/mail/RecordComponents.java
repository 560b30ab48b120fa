package org.houselights.notification.mail;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;

/**
 * Reads the components of records for templates. The expression language would look for each of them anew each time, among all methods
 * and by way of an exception: that took a seventh of what it takes to write and send a mail.
 */
final class RecordComponents implements PropertyAccessor {

    static final RecordComponents OF_ALL_RECORDS = new RecordComponents();

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .collect(Collectors.toMap(RecordComponent::getName, RecordComponents::accessor));
        }
    };

    private RecordComponents() {}

    private static Method accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return accessor;
    }

    @Override
    public Class<?>[] getSpecificTargetClasses() {
        return new Class<?>[] {Record.class};
    }

    @Override
    public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
        return find(target, name) != null;
    }

    /** An expression that has read a record may meet something else the next time. */
    @Override
    public TypedValue read(EvaluationContext context, @Nullable Object target, String name) throws AccessException {
        Method accessor = find(target, name);
        if (accessor == null) {
            throw new AccessException("There is no record with a component " + name);
        }
        try {
            return new TypedValue(accessor.invoke(target));
        } catch (ReflectiveOperationException e) {
            throw new AccessException("The component %s can't be read".formatted(name), e);
        }
    }

    private static @Nullable Method find(@Nullable Object target, String name) {
        return target instanceof Record record
                ? ACCESSORS.get(record.getClass()).get(name)
                : null;
    }

    @Override
    public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
        return false;
    }

    @Override
    public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object value)
            throws AccessException {
        throw new AccessException("Records don't change");
    }
}
