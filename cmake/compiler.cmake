# Flags shared by every target of the project.
add_library(azoo_flags INTERFACE)
target_compile_options(azoo_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wno-psabi
  # Contraction to fused multiply-add would let one source give two results.
  -ffp-contract=off)

option(AZOO_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
if(AZOO_SANITIZE)
  target_compile_options(azoo_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(azoo_flags INTERFACE -fsanitize=address,undefined)
endif()

option(AZOO_WERROR "Warnings are errors" OFF)
if(AZOO_WERROR)
  target_compile_options(azoo_flags INTERFACE -Werror)
endif()

# The cache must take precompiled headers as they are: their macros and times say nothing about their content.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
  target_compile_options(azoo_flags INTERFACE -fpch-preprocess)
endif()

# Half of a compilation used to be the reading of the same standard headers. Files include what they use all the
# same: a build without this option must pass too.
option(AZOO_PRECOMPILED_HEADERS "Read the standard headers once" ON)
